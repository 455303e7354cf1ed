namespace ImageStreams.Registries;

/// <summary>Answers with the note that a mirror gave them.</summary>
internal static class MirrorAnswers
{
    public static ResolvedManifest Mark(ResolvedManifest answer) => answer with { Source = Mark(answer.Source) };

    public static RegistryManifest Mark(RegistryManifest answer) => new()
    {
        Digest = answer.Digest,
        MediaType = answer.MediaType,
        Content = answer.Content,
        Source = Mark(answer.Source),
    };

    public static RegistryBlob Mark(RegistryBlob answer) =>
        new() { Digest = answer.Digest, Content = answer.Content, Source = Mark(answer.Source) };

    public static RegistryBlobStream Mark(RegistryBlobStream answer)
    {
        answer.Source = Mark(answer.Source);
        return answer;
    }

    public static RegistryReferrer Mark(RegistryReferrer answer) => answer with { Source = Mark(answer.Source) };

    private static ServingRegistry Mark(ServingRegistry source) => source with { IsMirror = true };
}
