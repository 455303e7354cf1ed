using System.Text;
using ImageStreams.Patching;

namespace ImageStreams.Fuzz;

/// <summary>Patches of streams: each input is a patch.</summary>
internal static class PatchTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        var seeds = corpus.FindTexts("seeds-patches");
        return from type in Enum.GetValues<PatchType>() select new PatchTarget(type, seeds);
    }

    /// <summary>What means something in patches.</summary>
    public static TokenSet Tokens { get; } = new()
    {
        Texts = ToBytes(
            "\"op\"", "\"path\"", "\"from\"", "\"value\"", "\"add\"", "\"remove\"", "\"replace\"", "\"move\"", "\"copy\"", "\"test\"",
            "\"/spec/tags/-\"", "\"/spec/tags/0\"", "\"/metadata/labels\"", "\"\"", "\"$patch\"", "\"delete\"", "\"merge\"", "\"$retainKeys\"",
            "\"$setElementOrder/tags\"", "\"$deleteFromPrimitiveList/finalizers\"", "\"metadata\"", "\"spec\"", "\"tags\"", "\"name\"", "\"1\"",
            "\"resourceVersion\"", "\"managedFields\"", "\"status\"", "null", "{", "}", "[", "]", ",", ":"),
        Values = ToBytes("null", "{}", "[]", "[{}]", "[null]", "\"x\"", "1", "-1", "1.5e3", "true", "{\"$patch\":\"replace\"}", "[{\"name\":\"1\"}]"),
    };

    private static byte[][] ToBytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
