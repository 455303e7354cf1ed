using ImageStreams.Internal;
namespace ImageStreams.Registries;

/// <summary>What a helper said, and until when that is believed.</summary>
internal sealed record HelperAnswer(RegistryCredential? Credential, DateTimeOffset Expires) : IExpiring;
