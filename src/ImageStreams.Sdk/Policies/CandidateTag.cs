using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>A tag of a repository, with what is known of it.</summary>
public sealed record CandidateTag
{
    /// <summary>The tag's name; any text.</summary>
    public required string Name { get; init; }

    /// <summary>The time at which the tag's image was created; null when it is not known.</summary>
    public ImageCreationTime? Created { get; init; }

    /// <summary>The digest that the tag has; null when it is not known.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Creates a tag of which only the name is known.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static CandidateTag Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new CandidateTag { Name = name };
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
