-- Discarding an edition of the roster tells whoever prepared it, and a grid is told of the patrols that fall due.
ALTER TABLE messages DROP CONSTRAINT messages_kind_known, DROP CONSTRAINT messages_subject_known,
  ADD CONSTRAINT messages_kind_known CHECK (kind IN (
    'hazard-reported', 'hazard-registered', 'hazard-graded', 'hazard-major', 'hazard-notified', 'hazard-signed', 'hazard-submitted', 'hazard-failed',
    'hazard-accepted', 'hazard-closed', 'hazard-void', 'hazard-reopened', 'extension-requested', 'extension-approved', 'extension-rejected',
    'supervision-listed', 'supervision-delisted', 'work-stopped', 'work-resumed', 'hazard-due', 'hazard-overdue',
    'order-issued', 'order-replied', 'order-accepted', 'order-returned', 'order-withdrawn', 'inspection-due',
    'notice-drafted', 'notice-received', 'notice-unsigned', 'notice-withdrawn',
    'sign-off-asked', 'sign-off-approved', 'sign-off-refused', 'sign-off-withdrawn',
    'batch-submitted', 'batch-returned', 'batch-published', 'batch-discarded', 'concern-received', 'patrol-due', 'post-taken')),
  ADD CONSTRAINT messages_subject_known CHECK (subject IN (
    'hazard', 'order', 'inspection-task', 'neighbour-notice', 'received-notice', 'sign-off', 'batch', 'concern', 'grid', 'appointment'));
