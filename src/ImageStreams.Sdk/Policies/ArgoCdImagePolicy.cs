namespace ImageStreams.Policies;

/// <summary>The policy of one image of an application of Argo CD.</summary>
public sealed record ArgoCdImagePolicy
{
    /// <summary>The alias of the image in the list; empty for none.</summary>
    public required string Alias { get; init; }

    /// <summary>The image without tag and digest.</summary>
    public required string Image { get; init; }

    /// <summary>The policy.</summary>
    public required TagPolicyConversion Conversion { get; init; }
}
