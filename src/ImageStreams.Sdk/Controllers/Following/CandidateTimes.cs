using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;

namespace ImageStreams.Controllers;

/// <summary>Adds the creation times that a policy needs to the tags of a repository, and no others.</summary>
internal sealed class CandidateTimes(RepositoryReader reader, TagPolicyOptions options, DateTimeOffset now)
{
    /// <summary>Adds the times: of all candidates for an order by time, otherwise of the best ones until one is old enough.</summary>
    /// <exception cref="RegistryException">The registry did not answer, or the policy needs too many times.</exception>
    public async Task<IReadOnlyList<CandidateTag>> AddAsync(
        PolicyTag tag, IReadOnlyList<CandidateTag> tags, CancellationToken cancellationToken)
    {
        if (TagPolicyAnnotation.Read(tag.SpecTag) is not TagPolicyReading.Found { Policy: var policy }
            || (policy.MinimumAge is null && !CreationTimeNeeds.IsForAll(policy)))
        {
            return tags;
        }

        var known = new Dictionary<string, CandidateTag>(StringComparer.Ordinal);
        foreach (var candidate in CreationTimeNeeds.Sort(policy, tags, CandidateTag.Create(tag.From.Tag), now))
        {
            Require(known.Count, tag);
            var read = await reader.ReadTimeAsync(tag, candidate, cancellationToken).ConfigureAwait(false);
            known[candidate.Name] = read;
            if (!CreationTimeNeeds.IsForAll(policy) && CreationTimeNeeds.IsOldEnough(policy, read.Created, now))
            {
                break;
            }
        }

        return [.. tags.Select(one => known.GetValueOrDefault(one.Name, one))];
    }

    private void Require(int count, PolicyTag tag)
    {
        if (count == options.MaxLookups)
        {
            throw new RegistryException(
                RegistryFailure.TooLarge,
                $"The rule of {tag.Name} needs the creation times of more than {options.MaxLookups} images: narrow its patterns or range.");
        }
    }
}
