using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;

namespace ImageStreams.Controllers;

/// <summary>Looks at one tag: its policy chooses, its gates decide, and the stream is written.</summary>
internal sealed class TagMover(
    IImageStreamClient client, RepositoryReader reader, TagGatekeeper keeper, TagPolicyOptions options, TimeProvider timeProvider)
{
    /// <summary>Looks at a tag, and moves it where it has to move. Failures of the registry and the API are reports.</summary>
    public async Task<TagMoveReport> RunAsync(PolicyTag tag, IReadOnlyList<CandidateTag> tags, CancellationToken cancellationToken)
    {
        try
        {
            var known = await new CandidateTimes(reader, options, timeProvider.GetUtcNow())
                .AddAsync(tag, tags, cancellationToken).ConfigureAwait(false);
            return TagMovePlan.Create(tag, known, timeProvider.GetUtcNow()) switch
            {
                TagMovePlan.Consider consider => await DecideAsync(tag, consider, cancellationToken).ConfigureAwait(false),
                TagMovePlan.Invalid invalid => new TagMoveReport.Invalid
                {
                    Tag = tag.Name, Time = timeProvider.GetUtcNow(), Explanation = invalid.Explanation, Error = invalid.Error,
                },
                var stay => new TagMoveReport.Stayed
                {
                    Tag = tag.Name, Time = timeProvider.GetUtcNow(), Explanation = stay.Explanation,
                },
            };
        }
        catch (RegistryException e)
        {
            return TagMoveReports.Fail(tag, timeProvider.GetUtcNow(), e.Message, e.RetryAfter);
        }
        catch (ImageFormatException e)
        {
            return TagMoveReports.Fail(tag, timeProvider.GetUtcNow(), e.Message);
        }
        catch (ApiException e)
        {
            return TagMoveReports.Fail(tag, timeProvider.GetUtcNow(), e.Message);
        }
    }

    private async Task<TagMoveReport> DecideAsync(PolicyTag tag, TagMovePlan.Consider plan, CancellationToken cancellationToken)
    {
        var isGated = TagGatesAnnotation.Read(tag.SpecTag) is not TagGateReading<TagGateSet>.Absent;
        List<CandidateTag> candidates = [];
        foreach (var candidate in isGated ? plan.Candidates : plan.Candidates.Take(1))
        {
            candidates.Add(await reader.ResolveAsync(tag.Repository, candidate, cancellationToken).ConfigureAwait(false));
        }

        var choice = await keeper.DecideAsync(CreateRequest(tag, candidates), timeProvider.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        var state = choice.State == choice.Before ? null : choice.State;
        if (choice is not GatedChoice.Move move)
        {
            await RememberAsync(tag, state, cancellationToken).ConfigureAwait(false);
            return TagMoveReports.Hold(tag, timeProvider.GetUtcNow(), choice);
        }

        var reason = isGated ? $"{plan.Explanation} {move.Explanation}" : plan.Explanation;
        var draft = new TagMoveDraft(tag, move.Tag, TagMoveReports.CreateRecord(tag, move.Tag, timeProvider, reason), state);
        return await new TagMoveWriter(client, timeProvider).WriteAsync(draft, cancellationToken).ConfigureAwait(false);
    }

    private TagGateRequest CreateRequest(PolicyTag tag, IReadOnlyList<CandidateTag> candidates) => new()
    {
        Tag = tag.SpecTag,
        Target = tag.Name,
        Image = tag.From,
        Candidates = candidates,
        Insecure = tag.Repository.Insecure,
        CredentialScope = tag.Repository.CredentialScope,
        FetchImage = (candidate, token) => reader.FetchAsync(tag, candidate, token),
    };

    private async Task RememberAsync(PolicyTag tag, TagGateState? state, CancellationToken cancellationToken)
    {
        if (state is not null)
        {
            await client.Streams.PatchAsync(
                tag.Name.Namespace,
                tag.Name.Stream,
                stream => TagMoveRequests.Remember(stream, tag, state),
                cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
