namespace ImageStreams.AspNetCore;

/// <summary>Resources that come and go while an application serves the others.</summary>
internal interface IResourceSource
{
    /// <summary>The resources as they are now: another list whenever they have changed.</summary>
    IReadOnlyList<ServedResource> Current { get; }

    /// <summary>Waits until <see cref="Current"/> has what is stored.</summary>
    ValueTask PrepareAsync(CancellationToken cancellationToken);
}
