using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Fuzz;

/// <summary>The parsers of names and other short texts.</summary>
internal static class NameTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        var names = corpus.FindTexts("names", "reference");
        yield return new NameTarget<Digest>("digest", names);
        yield return new ReferenceTarget(names);
        yield return new NameTarget<ImageStreamName>("stream-name", names);
        yield return new NameTarget<ImageStreamTagName>("tag-name", names);
        yield return new NameTarget<ImageStreamImageName>("image-name", names);
        yield return new TextTarget<ImageStreamTagName>("local-tag-name", names, FindLocalTag, ImageStreamTagName.ParseLocalName);
        yield return new TextTarget<ImageStreamImageName>(
            "local-image-name", names, FindLocalImage, ImageStreamImageName.ParseLocalName);
        yield return new TextTarget<RegistryScope>("scope", corpus.FindTexts("seeds-scopes"), FindScope, ParseScope);
        yield return new TextTarget<Platform>("platform", corpus.FindTexts("seeds-platforms"), FindPlatform, Platform.Parse);
        yield return new TextTarget<string>(
            "time", corpus.FindTexts("seeds-times"), FindTime, text => $"{Timestamp.Parse(text)}");
        yield return new TagOrderTarget(corpus.FindTexts("prioritize"));
    }

    private static ImageStreamTagName? FindLocalTag(string text) =>
        ImageStreamTagName.TryParseLocalName(text, out var name) ? name : null;

    private static ImageStreamImageName? FindLocalImage(string text) =>
        ImageStreamImageName.TryParseLocalName(text, out var name) ? name : null;

    private static RegistryScope? FindScope(string text) => RegistryScope.TryParse(text, out var scope) ? scope : null;

    private static RegistryScope ParseScope(string text) => RegistryScope.Parse(text);

    private static Platform? FindPlatform(string text) => Platform.TryParse(text, out var platform) ? platform : null;

    private static string? FindTime(string text) => Timestamp.TryParse(text, out var time) ? $"{time}" : null;
}
