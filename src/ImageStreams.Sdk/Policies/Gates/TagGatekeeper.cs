using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>Asks the gates of tags, between the choice of a policy and the move.</summary>
/// <remarks>
/// <para>
/// The best tag is taken whose gates are all open: one that waits or is refused is passed over, and taken later if it is still better
/// than the one that is followed then.
/// </para>
/// <para>Safe for concurrent use. Nothing is written: the caller writes <see cref="GatedChoice.State"/> to the tag.</para>
/// </remarks>
public sealed class TagGatekeeper
{
    private const int MaxRevision = 64;
    private readonly Dictionary<string, IImageGate> _checks = new(StringComparer.Ordinal);

    /// <summary>Creates a keeper.</summary>
    /// <param name="checks">The checks of images that gates can name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="checks"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name cannot be written in an annotation, or two checks have the same name.</exception>
    public TagGatekeeper(IEnumerable<IImageGate> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        foreach (var check in checks)
        {
            ArgumentNullException.ThrowIfNull(check, nameof(checks));
            if (!TagGateChecks.IsCheckName(check.Name) || !_checks.TryAdd(check.Name, check))
            {
                throw new ArgumentException(
                    $"The name {PrintableText.ShowName(check.Name)} of a check is not one, or is there twice.", nameof(checks));
            }
        }
    }

    /// <summary>Creates a keeper for looks at a tag from outside, where its checks are not: those that answered before count.</summary>
    /// <param name="tag">The spec tag.</param>
    /// <returns>The keeper, whose checks give no answers that do not stand on the tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagGatekeeper FromRecords(TagReference tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new TagGatekeeper(RecordedCheck.FindAll(tag));
    }

    /// <summary>Decides, and asks the checks of images that are due.</summary>
    /// <param name="request">The tag.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag to take, or the reasons to stay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async Task<GatedChoice> DecideAsync(TagGateRequest request, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var revisions = ReadRevisions();
        var walk = new GateWalk(request, revisions, now);
        foreach (var tag in walk.Candidates)
        {
            var record = walk.Recall(tag);
            var decision = walk.Decide(tag, ref record);
            while (record is not null && FindDue(decision) is { } check)
            {
                var question = CreateQuestion(request, tag, record.Digest);
                var answer = await ImageGateCall.AskAsync(_checks[check], question, cancellationToken).ConfigureAwait(false);
                record = ImageGateCall.Note(record, check, revisions[check], answer, now);
                decision = walk.Decide(tag, ref record);
            }

            if (walk.Take(tag, record, decision))
            {
                break;
            }
        }

        return walk.Finish();
    }

    /// <summary>Decides without asking checks of images: those that have not answered yet hold the tag. A pure function.</summary>
    /// <param name="request">The tag.</param>
    /// <param name="now">The time.</param>
    /// <returns>The tag to take, or the reasons to stay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public GatedChoice Preview(TagGateRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var walk = new GateWalk(request, ReadRevisions(), now);
        foreach (var tag in walk.Candidates)
        {
            var record = walk.Recall(tag);
            var decision = walk.Decide(tag, ref record);
            if (walk.Take(tag, record, decision))
            {
                break;
            }
        }

        return walk.Finish();
    }

    private static ImageGateRequest CreateQuestion(TagGateRequest request, CandidateTag tag, Digest digest) => new()
    {
        Target = request.Target,
        Image = request.Image.ToRepository().WithTag(tag.Name),
        Digest = digest,
        Insecure = request.Insecure,
        CredentialScope = request.CredentialScope,
        FetchImage = request.FetchImage is { } fetch ? token => fetch(tag, token) : null,
    };

    private ValueMap<string> ReadRevisions() =>
        _checks.Select(check => KeyValuePair.Create(check.Key, ReadRevision(check.Value))).ToValueMap();

    private static string ReadRevision(IImageGate check) => PrintableText.Cut(check.Revision ?? "", MaxRevision).ToString();

    private static string? FindDue(GateDecision decision) =>
        decision.Results.OfType<TagGateResult.Held>().FirstOrDefault(result => result.IsDue)?.Gate.Name;
}
