namespace ImageStreams.Validation;

/// <summary>The registries that images may come from.</summary>
public sealed class AllowedRegistries
{
    private AllowedRegistries()
    {
    }

    /// <summary>Every registry is allowed.</summary>
    public static AllowedRegistries All { get; } = new();
}
