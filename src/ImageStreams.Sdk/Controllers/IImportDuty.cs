namespace ImageStreams.Controllers;

/// <summary>Tells a host that is to import tags whether others do it already, such as the controllers of a cluster.</summary>
/// <remarks>Without one in the collection, imports are the host's. Implementations are thread-safe.</remarks>
public interface IImportDuty
{
    /// <summary>Determines whether the host has to import tags; asked once, before it begins.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True when it has to; false when it leaves imports to others for as long as it runs. A failure is logged, and asked
    /// again after a delay.</returns>
    ValueTask<bool> IsOursAsync(CancellationToken cancellationToken);
}
