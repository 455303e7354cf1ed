using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The user of a request that was admitted.</summary>
internal sealed class ApiUserFeature : IApiUserFeature
{
    /// <summary>The user whose rights count.</summary>
    public required ApiUser User { get; init; }

    /// <summary>The user who asked; another one than <see cref="User"/> when the request impersonates.</summary>
    public required ApiUser Requester { get; init; }
}
