namespace ImageStreams.Importing;

/// <summary>
/// The repository notification of Quay: the pushed tags as a list, or in older versions as an object with their images.
/// </summary>
internal static class QuayNotification
{
    public static bool Matches(NotificationValue root) => !root["docker_url"].Text.IsEmpty;

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        var location = MoveDraft.FromLocation(root["docker_url"].Text) with { Tag = default };
        var tags = root["updated_tags"];
        if (!tags.IsArray && !tags.IsObject)
        {
            builder.Ignore(root, "only a push has updated_tags");
            return;
        }

        var names = tags.IsObject ? tags.GetNames(builder.Limit) : tags.GetItems(builder.Limit).Select(tag => tag.Text);
        foreach (var name in names)
        {
            builder.Add(location with { Tag = RequireNotEmpty(name) });
        }
    }

    private static NotificationText RequireNotEmpty(NotificationText tag) =>
        tag.IsEmpty ? throw NotificationErrors.Missing(tag.Path, "a tag") : tag;
}
