using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>Finds digests by asking registries.</summary>
internal static class RegistryPins
{
    /// <summary>Pins the names that have no digest yet, or whose tag has moved.</summary>
    public static async Task<ValueList<PinItem>> PinAsync(
        ValueList<PinItem> items, RegistryQuestions questions, CancellationToken cancellationToken)
    {
        var names = items.Where(IsOpen).Select(item => new RegistryName { PullSpec = item.Question!, IsInsecure = item.IsInsecure });
        var answers = await questions.AskAsync(names, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => IsOpen(item) ? Pin(item, answers[item.Question!]) : item)];
    }

    /// <summary>Determines whether a name has a registry; one of a tag in the cluster has none.</summary>
    public static bool HasRegistry(string name) =>
        ImageReference.TryParse(name, out var reference) && reference.Registry.Length > 0;

    private static bool IsOpen(PinItem item) => item is { After: null, Reason: "", Question: not null };

    private static PinItem Pin(PinItem item, RegistryAnswer answer) => answer.Digest is { } digest
        ? item.Pin(digest, answer.Origin)
        : item with { Reason = answer.Failure!, IsFailed = true };
}
