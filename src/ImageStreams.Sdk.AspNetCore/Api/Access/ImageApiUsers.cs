using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The users of the requests to a served API, for the engine behind it.</summary>
/// <remarks>
/// <para>Given to <see cref="EmbeddedImageStreamOptions.GetUsers"/>, so that the engine reviews access and limits for who asks.</para>
/// <para>Outside of a request, as in a controller of the same process, the user is <see cref="ApiUser.Admin"/>.</para>
/// </remarks>
public sealed class ImageApiUsers : IRequestUsers
{
    private static readonly AsyncLocal<Slot?> Current = new();

    private ImageApiUsers()
    {
    }

    /// <summary>The users.</summary>
    public static ImageApiUsers Instance { get; } = new();

    /// <summary>Gets the user of the current request.</summary>
    /// <returns>The user.</returns>
    public ApiUser GetUser() => Current.Value?.User ?? ApiUser.Admin;

    /// <summary>Finds the authorizer of the API that answers the current request: an application may serve several.</summary>
    internal static IApiAuthorizer? FindAuthorizer() => Current.Value?.Authorizer;

    /// <summary>Begins a request of a user who is not known yet: everything that the caller awaits from here on has the user that is
    /// put into the slot. Until then, a user without any right asks.</summary>
    /// <remarks>Must be called by a method that is not asynchronous, for the caller to see it.</remarks>
    internal static Slot Begin(IApiAuthorizer authorizer)
    {
        var slot = new Slot(authorizer);
        Current.Value = slot;
        return slot;
    }

    /// <summary>The user of one request.</summary>
    internal sealed class Slot(IApiAuthorizer authorizer)
    {
        public IApiAuthorizer Authorizer => authorizer;

        public ApiUser User { get; set; } = ApiGroups.Anonymous;
    }
}
