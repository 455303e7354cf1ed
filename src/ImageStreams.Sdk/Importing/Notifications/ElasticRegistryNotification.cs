namespace ImageStreams.Importing;

/// <summary>Events of Amazon Elastic Container Registry, from EventBridge or in a message of Amazon SNS.</summary>
/// <remarks>
/// An event has the account and the region, which make up the host. Messages of SNS have the event as a text, and SNS sends a
/// token before the first one; its address is never called.
/// </remarks>
internal static class ElasticRegistryNotification
{
    private const string Source = "aws.ecr";
    private const string Success = "SUCCESS";

    public static bool Matches(NotificationValue root) =>
        root["source"].Text.Text == Source || SimpleNotificationMessage.Matches(root);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        if (SimpleNotificationMessage.Matches(root))
        {
            SimpleNotificationMessage.Read(root, builder, ReadEvent);
        }
        else
        {
            ReadEvent(root, builder);
        }
    }

    private static void ReadEvent(NotificationValue root, NotificationBuilder builder)
    {
        var detail = root["detail"];
        if (FindAction(root["detail-type"].Text.Text, detail["action-type"].Text.Text) is not { } action)
        {
            builder.Ignore(root, "only images that are pushed, replicated, cached or deleted change tags");
            return;
        }

        var result = detail["result"].Text is { IsEmpty: false } text ? text : detail["sync-status"].Text;
        if (result.Text != Success)
        {
            builder.Ignore(detail, "only what has succeeded changes tags");
            return;
        }

        builder.Add(new MoveDraft
        {
            Registry = GetHost(root),
            Repository = detail["repository-name"].Text,
            Tag = detail["image-tag"].Text,
            Digest = detail["image-digest"].Text,
            Action = action,
            Time = root["time"].Time,
        });
    }

    private static NotificationText GetHost(NotificationValue root)
    {
        var region = root["region"].Text;
        var account = root["account"].Text;
        var domain = region.Text.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
        return account with { Text = account.IsEmpty || region.IsEmpty ? "" : $"{account.Text}.dkr.ecr.{region.Text}.{domain}" };
    }

    private static RepositoryAction? FindAction(string type, string action) => (type, action) switch
    {
        ("ECR Image Action", "PUSH") or ("ECR Replication Action", _) or ("ECR Pull Through Cache Action", _) => RepositoryAction.Pushed,
        ("ECR Image Action", "DELETE") => RepositoryAction.Deleted,
        _ => null,
    };
}
