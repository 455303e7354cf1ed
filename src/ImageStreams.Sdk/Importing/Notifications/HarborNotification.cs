namespace ImageStreams.Importing;

/// <summary>The webhook of Harbor: the artifacts of an event, in its own format or as the data of a CloudEvent.</summary>
internal static class HarborNotification
{
    private const string CloudEventPrefix = "harbor.";

    public static bool Matches(NotificationValue root) =>
        root["event_data"].IsObject || (!root["specversion"].Text.IsEmpty && IsCloudEvent(root));

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        if (FindAction(root["type"].Text.Text) is not { } action)
        {
            builder.Ignore(root["type"], "only pushes, new tags and deletions change tags");
            return;
        }

        var data = root[IsCloudEvent(root) ? "data" : "event_data"];
        var time = root[IsCloudEvent(root) ? "time" : "occur_at"].Time;
        foreach (var resource in data["resources"].GetItems(builder.Limit))
        {
            builder.Add(ToDraft(resource) with { Action = action, Time = time });
        }
    }

    private static bool IsCloudEvent(NotificationValue root) =>
        root["type"].Text.Text.StartsWith(CloudEventPrefix, StringComparison.Ordinal);

    private static MoveDraft ToDraft(NotificationValue resource)
    {
        var location = MoveDraft.FromLocation(resource["resource_url"].Text);
        var tag = resource["tag"].Text;
        return location with { Tag = tag.IsEmpty ? location.Tag : tag, Digest = resource["digest"].Text };
    }

    /// <summary>Finds the action of an event type; names in camel case are those of Harbor 1.</summary>
    private static RepositoryAction? FindAction(string type) => type switch
    {
        "PUSH_ARTIFACT" or "CREATE_TAG" or "pushImage" => RepositoryAction.Pushed,
        "harbor.artifact.pushed" or "harbor.tag.created" => RepositoryAction.Pushed,
        "DELETE_ARTIFACT" or "deleteImage" or "harbor.artifact.deleted" => RepositoryAction.Deleted,
        _ => null,
    };
}
