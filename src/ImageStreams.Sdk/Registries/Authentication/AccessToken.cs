using ImageStreams.Internal;
namespace ImageStreams.Registries;

/// <summary>A token and the moment from which it is no longer used.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset Expires) : IExpiring
{
    public override string ToString() => $"*** until {Expires:O}";
}
