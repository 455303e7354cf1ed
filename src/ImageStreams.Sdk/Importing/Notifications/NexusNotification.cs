namespace ImageStreams.Importing;

/// <summary>The repository webhook of Sonatype Nexus: a component or an asset of one of its repositories.</summary>
/// <remarks>
/// It has no host, so the options must name one. A component has the image and its tag; an asset has the path of the request
/// that reads it.
/// </remarks>
internal static class NexusNotification
{
    private const string ImageFormat = "docker";
    private const string Prefix = "v2/";
    private const string Manifests = "/manifests/";

    public static bool Matches(NotificationValue root) =>
        !root["repositoryName"].Text.IsEmpty && !root["action"].Text.IsEmpty && GetSubject(root).IsObject;

    public static void Read(NotificationValue root, NotificationBuilder builder)
    {
        var subject = GetSubject(root);
        if (!string.Equals(subject["format"].Text.Text, ImageFormat, StringComparison.OrdinalIgnoreCase))
        {
            builder.Ignore(subject["format"], "only repositories of the format docker have tags");
        }
        else if (FindAction(root["action"].Text.Text) is not { } action)
        {
            builder.Ignore(root["action"], "only created, updated and deleted images change tags");
        }
        else if (FindImage(root) is not { } image)
        {
            builder.Ignore(subject["name"], "only manifests change tags");
        }
        else
        {
            builder.Add(Locate(root, image, builder.Options) with { Action = action, Time = root["timestamp"].Time });
        }
    }

    private static NotificationValue GetSubject(NotificationValue root) =>
        root["component"] is { IsObject: true } component ? component : root["asset"];

    private static MoveDraft? FindImage(NotificationValue root)
    {
        var component = root["component"];
        return component.IsObject
            ? new MoveDraft { Registry = root.Text, Repository = component["name"].Text, Tag = component["version"].Text }
            : FindManifest(root["asset"]["name"].Text);
    }

    /// <summary>Finds the image of <c>v2/team/app/manifests/1.0</c>; null for blobs.</summary>
    private static MoveDraft? FindManifest(NotificationText name)
    {
        var path = name.Text.TrimStart('/');
        var end = path.LastIndexOf(Manifests, StringComparison.Ordinal);
        if (end < Prefix.Length || !path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return new MoveDraft
        {
            Registry = name with { Text = "" },
            Repository = name with { Text = path[Prefix.Length..end] },
            Tag = name with { Text = path[(end + Manifests.Length)..] },
        };
    }

    private static MoveDraft Locate(NotificationValue root, MoveDraft image, RegistryNotificationOptions options) =>
        image with
        {
            Registry = new("", root.Path + ".registry"),
            Repository = options.NexusUsesPath
                ? image.Repository with { Text = $"{root["repositoryName"].Text.Text}/{image.Repository.Text}" }
                : image.Repository,
        };

    private static RepositoryAction? FindAction(string action) => action.ToUpperInvariant() switch
    {
        "CREATED" or "UPDATED" => RepositoryAction.Pushed,
        "DELETED" or "PURGED" => RepositoryAction.Deleted,
        _ => null,
    };
}
