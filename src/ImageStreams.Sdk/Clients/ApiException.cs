using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The exception that an API of image streams throws, with the <c>Status</c> object of the response.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Creates the exception from the response of an API.</summary>
    /// <param name="failure">The kind of failure.</param>
    /// <param name="status">The <c>Status</c> object of the response.</param>
    /// <param name="innerException">The cause, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="status"/> is null.</exception>
    public ApiException(ApiFailure failure, KubernetesStatus status, Exception? innerException = null)
        : base(status?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(status);

        Reason = failure;
        Status = status;
    }

    /// <summary>The kind of failure.</summary>
    public ApiFailure Reason { get; }

    /// <summary>The <c>Status</c> object of the response.</summary>
    public KubernetesStatus Status { get; }

    /// <summary>The <c>details.causes</c> of the status: each error of an object that is not valid; otherwise empty.</summary>
    public ValueList<StatusCause> Causes => Status.Details?.Causes ?? default;
}
