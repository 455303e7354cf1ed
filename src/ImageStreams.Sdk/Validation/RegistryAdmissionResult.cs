namespace ImageStreams.Validation;

/// <summary>Whether an image may come from where its pull spec says.</summary>
public abstract record RegistryAdmissionResult
{
    private RegistryAdmissionResult()
    {
    }

    /// <summary>The image may come from there.</summary>
    public sealed record Admitted : RegistryAdmissionResult
    {
        internal static Admitted Instance { get; } = new();
    }

    /// <summary>The image may not come from there.</summary>
    public sealed record Refused : RegistryAdmissionResult
    {
        /// <summary>The registry that the pull spec means, with its port where it names one.</summary>
        public required string Registry { get; init; }

        /// <summary>One sentence that names the registry, up to five of those that are allowed, and what to do.</summary>
        public required string Message { get; init; }
    }
}
