using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Writes the base of an image.</summary>
internal static class BaseWriter
{
    /// <summary>Writes it for people.</summary>
    public static void WriteText(TextOutput output, BaseAnswer answer)
    {
        output.WriteLine($"{answer.Image.PullSpec} is {answer.Image.ImageDigest}{ShowPlatform(answer)}");
        if (answer.FoundBy is null)
        {
            output.WriteLine("its base is not known: it names none, and has the layers of no base that was given", Tone.Warning);
            return;
        }

        output.WriteLine($"built from {answer.Name ?? "a base without a name"}{ShowDigest(answer.Digest)}", Tone.Strong);
        output.WriteLine($"found by {ShowSource(answer)}");
        output.WriteLine(ShowStatus(answer), ToTone(answer.Status));
    }

    /// <summary>Writes it as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, BaseAnswer answer) => JsonOutput.Write(environment, "base", writer =>
    {
        writer.WriteString("image", answer.Image.PullSpec);
        writer.WriteString("digest", answer.Image.Digest.ToString());
        writer.WriteString("imageDigest", answer.Image.ImageDigest.ToString());
        writer.WriteString("platform", answer.Image.Platform);
        writer.WriteString("base", answer.Name);
        writer.WriteString("baseDigest", answer.Digest);
        writer.WriteString("foundBy", answer.FoundBy);
        writer.WriteNumber("baseLayers", (answer.Result as BaseImageResult.ByLayers)?.LayerCount ?? 0);
        writer.WriteNumber("layers", answer.Image.Layers.Count);
        writer.WriteString("status", ToolText.ToCamelCase(answer.Status.ToString()));
        writer.WriteString("now", answer.Now?.Digest);
        writer.WriteString("failure", answer.Now?.Failure);
    });

    private static string ShowPlatform(BaseAnswer answer) => answer.Image.Platform is { } platform ? $" ({platform})" : "";

    private static string ShowDigest(string? digest) => digest is null ? "" : $", {digest}";

    private static string ShowSource(BaseAnswer answer) => answer.Result switch
    {
        BaseImageResult.ByLayers layers => $"its layers: {layers.LayerCount} of {answer.Image.Layers.Count} are those of the base",
        BaseImageResult.ByName { IsLabel: true } => "a label, which the image may have inherited from its base",
        _ => "an annotation of its manifest",
    };

    private static string ShowStatus(BaseAnswer answer) => answer.Status switch
    {
        FollowedTagStatus.Current => "the tag of the base still has this image",
        FollowedTagStatus.Moved => $"the tag of the base has moved: it is {answer.Now!.Digest} now",
        FollowedTagStatus.Failed => $"the tag of the base cannot be compared: {answer.Now!.Failure}",
        _ => "the base has no tag and digest to compare",
    };

    private static Tone ToTone(FollowedTagStatus status) => status switch
    {
        FollowedTagStatus.Current => Tone.Good,
        FollowedTagStatus.Moved => Tone.Warning,
        FollowedTagStatus.Failed => Tone.Error,
        _ => Tone.Note,
    };
}
