using ImageStreams.Internal;
using ImageStreams.Policies;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the check of signatures.</summary>
public static class SignatureBuilderExtensions
{
    /// <summary>Adds the check of signatures to the gates of tags.</summary>
    /// <remarks>
    /// It uses the registered <see cref="IRegistryClient"/>, and if they are registered <see cref="ImageSignaturePolicies"/>, an
    /// <see cref="IKeylessSignatureVerifier"/> and an <see cref="IEd25519Verifier"/>. Call it once.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets the options; null for the defaults, which need policies.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseSignatureGate(
        this IImageStreamsBuilder builder, Action<SignatureGateOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SignatureGateOptions>>(new OptionsValidator<SignatureGateOptions>()));
        builder.Services.AddOptions<SignatureGateOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.AddSingleton<IImageGate>(Create);
        return builder;
    }

    private static SignatureGate Create(IServiceProvider provider) => new(
        provider.GetRequiredService<IRegistryClient>(),
        provider.GetRequiredService<IOptions<SignatureGateOptions>>().Value,
        provider.GetService<ImageSignaturePolicies>(),
        provider.GetService<IKeylessSignatureVerifier>(),
        provider.GetService<IEd25519Verifier>(),
        provider.GetService<TimeProvider>());
}
