using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The names that <c>pin</c> found, with digests where they are known.</summary>
internal static class PinPlan
{
    private const string Unknown = "no status has its digest; --ask-registries asks its registry";
    private const string Local = "it names no registry, and no status has its digest";

    /// <summary>Finds the names and their digests.</summary>
    /// <param name="input">The manifests.</param>
    /// <param name="mentions">The names in other files.</param>
    /// <param name="kinds">The places to look at.</param>
    /// <param name="locked">The digests of a lock; null for none.</param>
    /// <param name="questions">The questions to registries; null to ask none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<ValueList<PinItem>> CreateAsync(
        LoadedInput input,
        ImageMentionSet mentions,
        IReadOnlySet<PinKind> kinds,
        LockPins? locked,
        RegistryQuestions? questions,
        CancellationToken cancellationToken)
    {
        var status = new StatusPins(input);
        var items = PinCandidates.Find(input.Manifests)
            .Concat(MentionPins.Find(mentions))
            .Where(item => kinds.Contains(item.Kind))
            .Select(item => HasParameter(item)
                ? item with { Reason = TemplateTexts.ParameterReason }
                : locked?.Find(item) ?? status.Pin(item))
            .ToValueList();
        items = questions is null ? items : await RegistryPins.PinAsync(items, questions, cancellationToken).ConfigureAwait(false);
        return [.. items.Where(item => !item.IsPinned || item.After is not null || item.IsFailed).Select(Complete)];
    }

    /// <summary>Creates the changes of the files, and the names as they are then: one whose edit cannot be made is not pinned.</summary>
    public static (ValueList<FileChange> Changes, ValueList<PinItem> Items) CreateChanges(
        LoadedInput input, ImageMentionSet mentions, ValueList<PinItem> items)
    {
        var objects = items.Where(item => item is { Source: not null, After: not null }).ToDictionary(item => item, CreateEdit);
        var names = items.Where(item => item is { Mention: not null, After: not null }).ToDictionary(item => item, CreateNameEdit);
        var manifests = PossibleEdits.Create(input.Manifests, objects.Values);
        var others = PossibleEdits.Create(mentions, names.Values);
        return ([.. manifests.Changes, .. others.Changes], [.. items.Select(item => Refuse(item, FindReason(item)))]);

        string? FindReason(PinItem item) => FindRefused(objects, manifests, item) ?? FindRefused(names, others, item);
    }

    private static string? FindRefused<TEdit>(Dictionary<PinItem, TEdit> edits, EditSelection<TEdit> selection, PinItem item)
        where TEdit : class => edits.TryGetValue(item, out var edit) ? selection.Refused.GetValueOrDefault(edit) : null;

    private static PinItem Refuse(PinItem item, string? reason) =>
        reason is null ? item : item with { After = null, Reason = RemoveName(item, reason), IsFailed = true };

    /// <summary>Removes the name from the beginning of a reason, because it is shown before it.</summary>
    private static string RemoveName(PinItem item, string reason)
    {
        var name = $"{item.Mention?.Text}: ";
        return item.Mention is not null && reason.StartsWith(name, StringComparison.Ordinal) ? reason[name.Length..] : reason;
    }

    private static bool HasParameter(PinItem item) => item.Source is not null && TemplateTexts.HasParameter(item.Source, item.Path);

    private static ObjectEdit CreateEdit(PinItem item)
    {
        var text = RawJson.Parse($"\"{JsonEncodedText.Encode(item.After!)}\"");
        return new ObjectEdit { Object = item.Source!, Edit = ManifestEdit.Set(item.Path, text) };
    }

    private static ImageMentionEdit CreateNameEdit(PinItem item) => item.Mention!.WithImage(item.After!);

    private static PinItem Complete(PinItem item) => item switch
    {
        { After: null, Before: var name } when string.IsNullOrWhiteSpace(name) =>
            item with { Reason = "it has no image, and no trigger whose tag has one" },
        { After: null, Reason: "" } => item with { Reason = item.Question is null ? Local : Unknown },
        _ => item,
    };
}
