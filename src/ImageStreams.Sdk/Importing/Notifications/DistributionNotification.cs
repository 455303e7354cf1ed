using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The envelope of CNCF Distribution: events of manifests and blobs, most of which change no tag.</summary>
internal static class DistributionNotification
{
    public static bool Matches(NotificationValue root) => root["events"].IsArray;

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        foreach (var item in root["events"].GetItems(builder.Limit))
        {
            ReadEvent(item, builder);
        }
    }

    /// <summary>Reads one event.</summary>
    public static void ReadEvent(NotificationValue item, NotificationBuilder builder)
    {
        if (FindAction(item["action"].Text.Text) is { } action)
        {
            ReadMove(item, action, builder);
        }
        else
        {
            builder.Ignore(item, "only pushes and deletions change tags");
        }
    }

    /// <summary>Reads one event whose action is known.</summary>
    public static void ReadMove(NotificationValue item, RepositoryAction action, NotificationBuilder builder)
    {
        var target = item["target"];
        if (target["mediaType"].Text is { IsEmpty: false } type && MediaTypes.GetKind(type.Text) == ManifestKinds.None)
        {
            builder.Ignore(item, "only manifests change tags");
            return;
        }

        builder.Add(new MoveDraft
        {
            Registry = item["request"]["host"].Text,
            Repository = target["repository"].Text,
            Tag = target["tag"].Text,
            Digest = target["digest"].Text,
            Action = action,
            Time = item["timestamp"].Time,
        });
    }

    private static RepositoryAction? FindAction(string action) => action switch
    {
        "push" => RepositoryAction.Pushed,
        "delete" => RepositoryAction.Deleted,
        _ => null,
    };
}
