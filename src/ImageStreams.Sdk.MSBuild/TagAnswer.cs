using System.Globalization;
using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.MSBuild;

/// <summary>The answer about one tag and runtime identifier, as the line that the targets of the package take apart.</summary>
internal static class TagAnswer
{
    /// <summary>The use of the tag that is the base image of the container.</summary>
    public const string BaseUse = "base";

    /// <summary>Writes a line. The container of several platforms is built on the index, from which the .NET SDK selects; that of one
    /// platform on its manifest.</summary>
    public static string Write(string use, PlatformSelection selection, bool hasSeveralPlatforms)
    {
        var image = selection.Image;
        var platform = (selection as PlatformSelection.Found)?.Platform;
        var pullSpec = platform is null ? image.ToPullSpec() : image.ToPullSpec(platform);
        return AnswerText.Join(
            use,
            image.Tag,
            selection.Requested,
            pullSpec,
            hasSeveralPlatforms ? image.ToPullSpec() : pullSpec,
            ImageReference.Parse(image.PullSpec).ToRepository().ToString(),
            (platform?.Digest ?? image.Digest).ToString(),
            image.IsIndex ? image.Digest.ToString() : "",
            platform?.Platform ?? "",
            platform?.MediaType ?? image.MediaType,
            platform?.Created?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "",
            image.Source.ToString().ToLowerInvariant(),
            image.Mirror ?? "",
            image.PullSpec);
    }
}
