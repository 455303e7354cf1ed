using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>Asks registries what an image was built from.</summary>
/// <param name="client">The client.</param>
/// <param name="questions">The questions about the tags of bases.</param>
/// <param name="insecure">The registries that may be asked over HTTP.</param>
internal sealed class BaseQuestion(IRegistryClient client, RegistryQuestions questions, string[] insecure)
{
    private const int MaxParallel = 8;

    private readonly RegistryImageReader _reader = new(client);

    /// <summary>Finds the base of an image.</summary>
    /// <param name="pullSpec">The image.</param>
    /// <param name="platform">The platform; null for the usual one.</param>
    /// <param name="bases">The bases that may be its own: a pull spec to read, by the name to show.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<BaseAnswer> AskAsync(
        string pullSpec, string? platform, IReadOnlyDictionary<string, string> bases, CancellationToken cancellationToken)
    {
        var image = await ReadAsync(pullSpec, platform, cancellationToken).ConfigureAwait(false);
        var candidates = new RegistryImage[bases.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(bases.Index(), options, async (one, token) =>
        {
            var read = await ReadAsync(one.Item.Value, image.Platform, token).ConfigureAwait(false);
            candidates[one.Index] = read with { PullSpec = one.Item.Key };
        }).ConfigureAwait(false);
        var answer = new BaseAnswer { Image = image, Result = BaseImageSearch.Find(image, candidates) };
        return answer with { Now = await AskNowAsync(answer, cancellationToken).ConfigureAwait(false) };
    }

    private Task<RegistryImage> ReadAsync(string pullSpec, string? platform, CancellationToken cancellationToken) =>
        _reader.ReadAsync(pullSpec, platform, IsInsecure(pullSpec), cancellationToken);

    private bool IsInsecure(string pullSpec) => ImageReference.TryParse(pullSpec, out var reference)
        && insecure.Contains(reference.Registry, StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks which image the tag of the base has now; null when the base has no tag, or no digest to compare with.</summary>
    private async Task<RegistryAnswer?> AskNowAsync(BaseAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Digest is not { } digest || !ImageReference.TryParse(answer.Name, out var name) || (name.Id.Length > 0 && name.Tag.Length == 0))
        {
            return null;
        }

        var question = name.WithId("").ToDockerClientDefaults().ToString();
        var answers = await questions.AskAsync([new RegistryName { PullSpec = question, Recorded = [digest] }], cancellationToken)
            .ConfigureAwait(false);
        return answers[question];
    }
}
