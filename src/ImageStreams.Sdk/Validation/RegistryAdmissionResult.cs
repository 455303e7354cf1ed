namespace ImageStreams.Validation;

/// <summary>The decision on the admission of an image from its registry.</summary>
public abstract record RegistryAdmissionResult
{
    private RegistryAdmissionResult()
    {
    }

    /// <summary>The image may come from its registry.</summary>
    public sealed record Admitted : RegistryAdmissionResult
    {
        internal static Admitted Instance { get; } = new();

        /// <summary>Returns the decision as text.</summary>
        /// <returns><c>Admitted</c>.</returns>
        public override string ToString() => nameof(Admitted);
    }

    /// <summary>The image may not come from its registry.</summary>
    public sealed record Refused : RegistryAdmissionResult
    {
        /// <summary>The registry in the pull spec, with its port if it has one.</summary>
        public required string Registry { get; init; }

        /// <summary>One sentence with the registry, up to five of the allowed ones, and the remedy.</summary>
        public required string Message { get; init; }

        /// <summary>Returns the decision as text.</summary>
        /// <returns><c>Refused quay.io</c>.</returns>
        public override string ToString() => $"{nameof(Refused)} {Registry}";
    }
}
