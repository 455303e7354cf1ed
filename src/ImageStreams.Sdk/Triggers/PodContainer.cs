namespace ImageStreams.Triggers;

/// <summary>A container as an examination sees it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Image">Its image.</param>
/// <param name="IsInit">Whether it runs before the others.</param>
internal readonly record struct PodContainer(string Path, string Name, string? Image, bool IsInit)
{
    /// <summary>Whether it waits for a trigger to give it an image.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Image);

    public static PodContainer Of(WorkloadContainer container) =>
        new(container.Path, container.Name, container.Image, container.IsInit);
}
