using System.Text;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Fuzz;

/// <summary>What callers of the API write: selectors, versions and tokens.</summary>
internal static class ApiTargets
{
    private static readonly string[] Fields = ["metadata.name", "metadata.namespace"];

    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        var selectors = corpus.FindTexts("seeds-selectors");
        yield return new TypedErrorTarget<ApiException>("label-selector", selectors, Tokens.Headers, MatchLabels);
        yield return new TypedErrorTarget<ApiException>(
            "field-selector", selectors, Tokens.Headers, text => FieldSelector.Parse(ToText(text), Fields));
        yield return new TypedErrorTarget<StoreException>(
            "resource-version", corpus.FindTexts("seeds-versions"), Tokens.Names, text => ResourceVersions.Parse(ToText(text)));
        yield return new SafeTarget("continue-token", corpus.FindTexts("seeds-continue-tokens"), Tokens.Names, ReadContinue);
    }

    private static void MatchLabels(byte[] text) => LabelSelector.Parse(ToText(text)).Matches(default);

    private static void ReadContinue(byte[] text) => ListToken.Read(ToText(text), "ImageStream");

    private static string ToText(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
