namespace ImageStreams.Importing;

/// <summary>The envelope of GitLab's container registry: that of CNCF Distribution, with renamed repositories and the kind of the
/// user besides.</summary>
internal static class GitLabNotification
{
    private const string Rename = "rename";

    public static bool Matches(NotificationValue root) =>
        root["events"].IsArray && root["events"].GetItems(int.MaxValue).Any(IsOfGitLab);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        foreach (var item in root["events"].GetItems(builder.Limit))
        {
            if (item["action"].Text.Text == Rename)
            {
                ReadRename(item, builder);
            }
            else
            {
                DistributionNotification.ReadEvent(item, builder);
            }
        }
    }

    private static bool IsOfGitLab(NotificationValue item) =>
        !item["actor"]["user_type"].Text.IsEmpty || item["action"].Text.Text == Rename;

    /// <summary>Reads a rename: the old repository is gone, and the new one has all of its tags.</summary>
    private static void ReadRename(NotificationValue item, NotificationBuilder builder)
    {
        var rename = item["target"]["rename"];
        if (rename["type"].Text.Text == "namespace")
        {
            builder.Ignore(item, "a renamed namespace names no repository");
            return;
        }

        var draft = new MoveDraft
        {
            Registry = item["request"]["host"].Text,
            Repository = rename["from"].Text,
            Action = RepositoryAction.Deleted,
            Time = item["timestamp"].Time,
        };
        builder.Add(draft);
        builder.Add(draft with { Repository = rename["to"].Text, Action = RepositoryAction.Pushed });
    }
}
