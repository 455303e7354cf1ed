namespace ImageStreams.Registries;

/// <summary>A mirror, and who named it.</summary>
internal sealed record NamedMirror(RegistryMirror Mirror, string Origin)
{
    public string Name => Mirror.ToString();
}
