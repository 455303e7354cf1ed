using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>A controller that brings one object after the other into the state that it should be in.</summary>
internal abstract class ObjectController
{
    /// <summary>The maximum number of attempts when others write at the same time.</summary>
    private const int MaxAttempts = 100;

    /// <summary>The resource of the objects, with its group.</summary>
    public abstract string Resource { get; }

    /// <summary>The resources whose objects belong to those of the controller, with their groups; none by default.</summary>
    public virtual IReadOnlyList<string> OwnedResources => [];

    /// <summary>Finds the object that another one belongs to; null when it is none of the controller's.</summary>
    public virtual ObjectKey? FindOwner(ClusterObject owned) => null;

    /// <summary>Reconciles an object until nothing is left to do; one that is missing needs nothing.</summary>
    /// <param name="key">The object.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The API refused what had to be done.</exception>
    public async Task ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        for (var attempts = 1; await TryStepAsync(key, attempts == MaxAttempts, cancellationToken).ConfigureAwait(false); attempts++)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Does the next thing that is to be done for an object.</summary>
    /// <returns>True when something was done, and there may be more.</returns>
    protected abstract Task<bool> StepAsync(ObjectKey key, CancellationToken cancellationToken);

    private async Task<bool> TryStepAsync(ObjectKey key, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            return await StepAsync(key, cancellationToken).ConfigureAwait(false) && !isLast;
        }
        catch (ApiException e) when (!isLast && e.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists)
        {
            return true;
        }
    }
}
