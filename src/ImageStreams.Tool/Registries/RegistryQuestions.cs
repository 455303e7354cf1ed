using System.Collections.Concurrent;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>Asks registries which images names have now: each name once, several at a time, within the budget.</summary>
internal sealed partial class RegistryQuestions(
    ToolEnvironment environment, RegistryClientOptions options, RegistryPolicy policy, string[] insecure)
{
    private const int MaxParallel = 8;

    /// <summary>Asks for the digests of names.</summary>
    /// <returns>The answers by name; a failure is an answer.</returns>
    public async Task<IReadOnlyDictionary<string, RegistryAnswer>> AskAsync(
        IEnumerable<RegistryName> names, CancellationToken cancellationToken)
    {
        var questions = names.GroupBy(name => name.PullSpec).Select(Merge).ToList();
        if (questions.Count == 0)
        {
            return new Dictionary<string, RegistryAnswer>();
        }

        var answers = new ConcurrentDictionary<string, RegistryAnswer>(StringComparer.Ordinal);
        await AskAllAsync(questions, async (client, question, token) =>
        {
            answers[question.PullSpec] = await AskAsync(client, question, token).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        return answers;
    }

    private async Task AskAllAsync<T>(
        IReadOnlyCollection<T> questions, Func<IRegistryClient, T, CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        var direct = environment.CreateRegistryClient(options);
        using var disposal = direct as IDisposable;
        var client = policy.Rules.Mirrors.IsEmpty ? direct : new MirroredRegistryClient(direct, policy);
        await ProgressDisplay.RunAsync(environment, questions.Count, tick => Parallel.ForEachAsync(
            questions,
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken },
            async (question, token) =>
            {
                await ask(client, question, token).ConfigureAwait(false);
                tick();
            })).ConfigureAwait(false);
    }

    /// <summary>Merges the questions about one name, which several tags may follow.</summary>
    private static RegistryName Merge(IGrouping<string, RegistryName> questions) => new()
    {
        PullSpec = questions.Key,
        Recorded = [.. questions.SelectMany(question => question.Recorded).Distinct()],
        IsInsecure = questions.All(question => question.IsInsecure),
    };

    private async Task<RegistryAnswer> AskAsync(IRegistryClient client, RegistryName question, CancellationToken cancellationToken)
    {
        try
        {
            var reference = ImageReference.Parse(question.PullSpec);
            var isInsecure = question.IsInsecure || insecure.Contains(reference.Registry, StringComparer.OrdinalIgnoreCase);
            var repository = RegistryRepository.From(reference, isInsecure);
            var tag = reference.Tag.Length > 0 ? reference.Tag : "latest";
            var resolved = await client.ResolveAsync(repository, tag, cancellationToken).ConfigureAwait(false);
            return await CreateAnswerAsync(client, repository, resolved, question.Recorded, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return new RegistryAnswer { Failure = e.Message };
        }
        catch (FormatException e)
        {
            return new RegistryAnswer { Failure = e.Message };
        }
        catch (JsonException)
        {
            return new RegistryAnswer { Failure = $"The registry's index of {question.PullSpec} is not JSON." };
        }
    }

    /// <summary>Creates an answer; the images of an index are read only when a recorded digest may be one of them.</summary>
    private static async Task<RegistryAnswer> CreateAnswerAsync(
        IRegistryClient client,
        RegistryRepository repository,
        ResolvedManifest resolved,
        ValueList<string> recorded,
        CancellationToken cancellationToken)
    {
        var digest = resolved.Descriptor.Digest.ToString();
        var answer = new RegistryAnswer { Digest = digest, Mirror = resolved.Source.IsMirror ? $"{resolved.Source}" : null };
        if (recorded.All(one => one == digest) || !MediaTypes.IsIndex(resolved.Descriptor.MediaType))
        {
            return answer;
        }

        var served = repository with { StartAt = resolved.Source };
        var manifest = await client.GetManifestAsync(served, digest, cancellationToken).ConfigureAwait(false);
        return answer with { Images = ReadImages(manifest.Content) };
    }

    private static ValueList<string> ReadImages(ReadOnlyMemory<byte> index)
    {
        using var document = JsonDocument.Parse(index);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("manifests", out var manifests)
            || manifests.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return
        [
            .. manifests.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("digest", out _))
                .Select(item => item.GetProperty("digest").ToString()),
        ];
    }
}
