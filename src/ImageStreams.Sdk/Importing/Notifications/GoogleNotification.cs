namespace ImageStreams.Importing;

/// <summary>A notification of Google Artifact Registry, as Pub/Sub pushes it: in a message, or without one.</summary>
internal static class GoogleNotification
{
    public static bool Matches(NotificationValue root) => IsMessage(root) || IsEvent(root);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        if (IsMessage(root))
        {
            ReadEvent(root["message"]["data"].ParseBase64(), root["message"]["publishTime"].Time, builder);
        }
        else
        {
            ReadEvent(root, default, builder);
        }
    }

    private static void ReadEvent(NotificationValue data, Timestamp time, NotificationBuilder builder)
    {
        if (FindAction(data["action"].Text.Text) is not { } action)
        {
            builder.Ignore(data, "only INSERT and DELETE change tags");
            return;
        }

        var tag = data["tag"].Text;
        var digest = data["digest"].Text;
        var draft = MoveDraft.FromLocation(tag.IsEmpty ? digest : tag) with { Action = action, Time = time };
        builder.Add(tag.IsEmpty ? draft : draft with { Digest = MoveDraft.FromLocation(digest).Tag });
    }

    private static bool IsMessage(NotificationValue root) => root["message"].IsObject && !root["subscription"].Text.IsEmpty;

    private static bool IsEvent(NotificationValue root) =>
        FindAction(root["action"].Text.Text) is not null && (IsLocation(root["tag"]) || IsLocation(root["digest"]));

    private static bool IsLocation(NotificationValue value) => value.Text.Text.Contains('/', StringComparison.Ordinal);

    private static RepositoryAction? FindAction(string action) => action switch
    {
        "INSERT" => RepositoryAction.Pushed,
        "DELETE" => RepositoryAction.Deleted,
        _ => null,
    };
}
