using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>Chooses by the policy of a tag among the tags that a registry lists, and asks the gates that need no image.</summary>
internal sealed class PolicyChoices(IRegistryClient client, DateTimeOffset now)
{
    private const int MaxTags = 100_000;

    /// <summary>Chooses; a failure of the registry is an answer.</summary>
    public async Task<PolicyAnswer> ChooseAsync(PolicyQuestion question, bool isInsecure, CancellationToken cancellationToken)
    {
        var policy = question.Policy;
        if (policy.Order == TagPolicyOrder.Created || policy.MinimumAge is not null)
        {
            return new PolicyAnswer { Explanation = "The rule needs the times at which images were created, which are not asked for here." };
        }

        try
        {
            var image = ImageReference.Parse(question.Reference.From!.Name!).ToDockerClientDefaults();
            var repository = RegistryRepository.From(image, isInsecure);
            var tags = await ListAsync(repository, cancellationToken).ConfigureAwait(false);
            var followed = CandidateTag.Create(image.Tag);
            var choice = policy.Choose(tags, followed, now);
            return choice is TagChoice.Moved
                ? await AskGatesAsync(question, repository, image, policy.Rank(tags, followed, now), cancellationToken).ConfigureAwait(false)
                : new PolicyAnswer { Explanation = choice.Explanation, IsFailure = choice is TagChoice.Invalid };
        }
        catch (RegistryException e)
        {
            return new PolicyAnswer { Explanation = e.Message, IsFailure = true };
        }
    }

    private async Task<List<CandidateTag>> ListAsync(RegistryRepository repository, CancellationToken cancellationToken)
    {
        var tags = new List<CandidateTag>();
        await foreach (var tag in client.ListTagsAsync(repository, cancellationToken).ConfigureAwait(false))
        {
            tags.Add(CandidateTag.Create(tag.Name));
            if (tags.Count == MaxTags)
            {
                break;
            }
        }

        return tags;
    }

    private async Task<PolicyAnswer> AskGatesAsync(
        PolicyQuestion question, RegistryRepository repository, ImageReference image, IReadOnlyList<CandidateTag> ranked, CancellationToken cancellationToken)
    {
        var better = ranked.TakeWhile(tag => tag.Name != image.Tag).Take(TagGateState.MaxCandidates).ToList();
        var isGated = TagGatesAnnotation.Read(question.Reference) is TagGateReading<TagGateSet>.Invalid
            or TagGateReading<TagGateSet>.Found { Value.Gates.IsEmpty: false };
        for (var i = 0; i < better.Count && isGated; i++)
        {
            var resolved = await client.ResolveAsync(repository, better[i].Name, cancellationToken).ConfigureAwait(false);
            better[i] = better[i] with { Digest = resolved.Descriptor.Digest };
        }

        var request = new TagGateRequest { Tag = question.Reference, Target = question.Tag, Image = image, Candidates = better };
        var gated = TagGatekeeper.FromRecords(question.Reference).Preview(request, now);
        var chosen = (gated as GatedChoice.Move)?.Tag.Name;
        var explanation = isGated || chosen is null ? gated.Explanation : $"The rule moves from {image.Tag} to {chosen}.";
        return new PolicyAnswer { Chosen = chosen, IsHeld = chosen is null, Explanation = explanation };
    }
}
