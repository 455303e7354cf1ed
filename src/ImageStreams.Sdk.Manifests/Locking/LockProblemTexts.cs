using System.Globalization;
using ImageStreams.References;
using ImageStreams.Workspaces;

namespace ImageStreams.Manifests;

/// <summary>The sentences about tags that cannot be looked up.</summary>
internal static class LockProblemTexts
{
    public const string InvalidName = "The name is neither NAMESPACE/STREAM:TAG nor a pull spec such as registry.example.com/team/image:1.0.";

    public const string NoImages = "The index has no image with a platform; name the image itself, or another tag.";

    public const string Schema1 = "The manifest is of the old schema 1, which has no platform; push the image again with a newer client.";

    public static string UnknownStream(string tag, ImageReference reference) =>
        $"No stream {ObjectNames.Show(GetStream(reference))} is defined, and the name has no registry; correct it, or write docker.io/{ObjectNames.Show(GetHubName(tag, reference))} for the image on Docker Hub.";

    public static string NoImage(ImageStreamTagName name, WorkspaceResolution found) =>
        $"The streams lead to no image. {ObjectNames.Show(name.ToString())}: {found.Explanation}";

    public static string InvalidPullSpec(string text) => $"The stream's image '{ObjectNames.Show(text)}' is not a pull spec.";

    public static string InvalidRepository(string message) => $"The pull spec cannot be asked for. {message}";

    public static string NotAnImage(string mediaType) =>
        $"The registry has content of the type '{ObjectNames.Show(mediaType)}', which is no image; name an image.";

    public static string Unreadable(string what, string message) =>
        $"The {what} of the registry cannot be read: {ObjectNames.Show(message)}";

    public static string TooManyPlatforms(int count) => string.Create(
        CultureInfo.InvariantCulture, $"The index has {count} images, and a lock takes {LockedImageFetcher.MaxPlatforms}; name one of them by its digest.");

    public static string DigestGone(string pullSpec) =>
        $"The registry no longer has {ObjectNames.Show(pullSpec)}, which is locked; run 'imagestreams lock update'.";

    private static string GetStream(ImageReference reference) => reference.RepositoryName;

    private static string GetHubName(string tag, ImageReference reference) => reference.Namespace.Length > 0 ? tag : $"library/{tag}";
}
