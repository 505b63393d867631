enum CampaignFilesPlaceholder {}
