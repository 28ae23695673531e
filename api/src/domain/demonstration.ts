/** The accounts of the demonstration all have it: it stands in the README and protects nothing. */
export const DEMO_PASSWORD = 'Shuangfang@2026'
