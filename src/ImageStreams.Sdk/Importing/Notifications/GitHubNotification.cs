namespace ImageStreams.Importing;

/// <summary>
/// The GitHub events <c>package</c> and <c>registry_package</c>: a version of a package, which may be an image.
/// </summary>
/// <remarks>Owners have upper-case letters in the event, but not in the registry.</remarks>
internal static class GitHubNotification
{
    private const string Registry = "ghcr.io";

    public static bool Matches(NotificationValue root) => GetPackage(root).IsObject || IsPing(root);

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        var package = GetPackage(root);
        if (!package.IsObject || !IsImage(package))
        {
            builder.Ignore(root, "only events of packages that are images change tags");
            return;
        }

        if (FindAction(root["action"].Text.Text) is not { } action)
        {
            builder.Ignore(root["action"], "only published, updated and deleted packages change tags");
            return;
        }

        builder.Add(ToDraft(package) with { Action = action, Time = package["updated_at"].Time });
    }

    private static NotificationValue GetPackage(NotificationValue root) =>
        root["registry_package"] is { IsObject: true } package ? package : root["package"];

    /// <summary>Determines whether an event is the one that GitHub sends when a webhook is set up.</summary>
    private static bool IsPing(NotificationValue root) => !root["zen"].Text.IsEmpty && root["hook"].IsObject;

    private static bool IsImage(NotificationValue package) =>
        package["package_type"].Text.Text.ToUpperInvariant() is "CONTAINER" or "DOCKER";

    private static MoveDraft ToDraft(NotificationValue package)
    {
        var version = package["package_version"];
        var location = GetLocation(package, version["package_url"].Text);
        var tag = version["container_metadata"]["tag"];
        return location with
        {
            Repository = location.Repository with { Text = location.Repository.Text.ToLowerInvariant() },
            Tag = tag["name"].Text is { IsEmpty: false } name ? name : location.Tag,
            Digest = tag["digest"].Text,
        };
    }

    private static MoveDraft GetLocation(NotificationValue package, NotificationText address) => address.IsEmpty
        ? new MoveDraft
        {
            Registry = new(Registry, package.Path),
            Repository = new($"{package["namespace"].Text.Text}/{package["name"].Text.Text}", package.Path),
        }
        : MoveDraft.FromLocation(address);

    private static RepositoryAction? FindAction(string action) => action switch
    {
        "published" or "updated" or "created" => RepositoryAction.Pushed,
        "deleted" => RepositoryAction.Deleted,
        _ => null,
    };
}
