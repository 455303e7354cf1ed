using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>Which places are asked for an image, in which order, and why.</summary>
public sealed record RegistryPlan
{
    /// <summary>The repository that is meant.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>The tag or digest that is wanted; <see langword="null"/> for the list of tags.</summary>
    public string? TagOrDigest { get; init; }

    /// <summary>All places that come into question, in order: those that are asked and those that are not.</summary>
    public required ValueList<RegistryPlace> Places { get; init; }

    /// <summary>The places that are asked, one after the other until one has the image.</summary>
    public IEnumerable<RegistryPlace> ToAsk => Places.Where(static place => place.Exclusion is null);

    /// <summary>Whether no place may be asked.</summary>
    public bool IsBlocked => !ToAsk.Any();

    /// <summary>Returns the plan in words, a line for each place.</summary>
    public override string ToString() =>
        $"{TagOrDigest ?? "the tags"} of {Repository}:{string.Concat(Places.Select(static place => $"\n  {place}"))}";
}
