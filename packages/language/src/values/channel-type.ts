/** The kinds of channel that AWS has. */
export type ChannelType = 'voice' | 'sms' | 'email';
