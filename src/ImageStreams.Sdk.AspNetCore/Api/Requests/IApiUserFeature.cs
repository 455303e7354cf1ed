using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The user of a request, as a feature of its <c>HttpContext</c>.</summary>
public interface IApiUserFeature
{
    /// <summary>The user who asks.</summary>
    ApiUser User { get; }
}
