namespace ImageStreams.Importing;

/// <summary>The webhook of JFrog Artifactory: one tag of an image in one of its repositories.</summary>
/// <remarks>
/// The notification has the repository and the image apart. How clients put them together is up to the installation; see
/// <see cref="ArtifactoryAddress"/>.
/// </remarks>
internal static class ArtifactoryNotification
{
    private const string ImageDomain = "docker";
    private const string DigestPrefix = "sha256:";

    public static bool Matches(NotificationValue root) =>
        !root["domain"].Text.IsEmpty && !root["event_type"].Text.IsEmpty && root["data"].IsObject;

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        if (root["domain"].Text.Text != ImageDomain)
        {
            builder.Ignore(root["domain"], "only events of the domain docker change tags");
            return;
        }

        if (FindAction(root["event_type"].Text.Text) is not { } action)
        {
            builder.Ignore(root["event_type"], "only pushed, promoted and deleted images change tags");
            return;
        }

        var data = root["data"];
        var digest = data["sha256"].Text;
        var draft = Locate(builder.Options.ArtifactoryAddress, GetHost(root, builder.Options), data);
        builder.Add(
            draft with { Tag = data["tag"].Text, Digest = digest with { Text = DigestPrefix + digest.Text }, Action = action },
            registry: null);
    }

    /// <summary>Gets the host that the options name, otherwise that of the platform's own address.</summary>
    private static NotificationText GetHost(NotificationValue root, RegistryNotificationOptions options)
    {
        var origin = root["jpd_origin"].Text;
        if (options.Registry is { } registry)
        {
            return origin with { Text = registry };
        }

        return origin with { Text = Uri.TryCreate(origin.Text, UriKind.Absolute, out var uri) ? uri.Authority : "" };
    }

    private static MoveDraft Locate(ArtifactoryAddress address, NotificationText host, NotificationValue data)
    {
        var key = data["repo_key"].Text;
        var image = data["image_name"].Text;
        var prefix = key.Text + ".";
        var hasSubdomain = host.Text.StartsWith(prefix, StringComparison.Ordinal);
        return address switch
        {
            ArtifactoryAddress.Path when !hasSubdomain => Draft(host, image with { Text = $"{RequireKey(key)}/{image.Text}" }),
            ArtifactoryAddress.Subdomain when !hasSubdomain =>
                Draft(host with { Text = host.IsEmpty ? "" : $"{RequireKey(key)}.{host.Text}" }, image),
            _ => Draft(host, image),
        };
    }

    private static MoveDraft Draft(NotificationText host, NotificationText repository) =>
        new() { Registry = host, Repository = repository };

    private static string RequireKey(NotificationText key) =>
        key.Require(static text => !text.Contains('/', StringComparison.Ordinal), "the key of a repository");

    private static RepositoryAction? FindAction(string type) => type switch
    {
        "pushed" or "promoted" => RepositoryAction.Pushed,
        "deleted" => RepositoryAction.Deleted,
        _ => null,
    };
}
