using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>An API did not do what it was asked for; <see cref="Reason"/> says why, <see cref="Status"/> all of it.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Creates the exception from what the API answered.</summary>
    public ApiException(ApiFailure failure, KubernetesStatus status, Exception? innerException = null)
        : base(status?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(status);

        Reason = failure;
        Status = status;
    }

    /// <summary>Why the API did not do what it was asked for.</summary>
    public ApiFailure Reason { get; }

    /// <summary>The status object, as an API server answers it.</summary>
    public KubernetesStatus Status { get; }

    /// <summary>Every single thing that is wrong with an object that is not valid; else empty.</summary>
    public ValueList<StatusCause> Causes => Status.Details?.Causes ?? default;
}
