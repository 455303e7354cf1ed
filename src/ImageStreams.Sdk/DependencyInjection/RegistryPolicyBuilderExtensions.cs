using ImageStreams.Registries;
using ImageStreams.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures mirrors, and the registries that may be contacted.</summary>
/// <remarks>
/// Each method wraps the <see cref="IRegistryClient"/> of the collection in a <see cref="MirroredRegistryClient"/>, whether
/// it is the client over HTTP or one that was registered before; a client that is registered later is not wrapped.
/// The last policy is used.
/// </remarks>
public static class RegistryPolicyBuilderExtensions
{
    /// <summary>Applies fixed rules of mirrors and registries.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="rules">The rules.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="rules"/> is null.
    /// </exception>
    /// <exception cref="RegistryPatternFormatException">A registry allowed for import is not a pattern.</exception>
    public static IImageStreamsBuilder UseMirrors(this IImageStreamsBuilder builder, RegistryRules rules)
    {
        var policy = new RegistryPolicy(rules);
        return builder.UseRegistryPolicy(_ => policy);
    }

    /// <summary>Applies a policy that may change.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="current">Returns the current policy. Called for every request, so it must keep the policy and be
    /// safe for concurrent use.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="current"/> is null.
    /// </exception>
    public static IImageStreamsBuilder UseRegistryPolicy(
        this IImageStreamsBuilder builder, Func<IServiceProvider, RegistryPolicy> current)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(current);

        builder.Services.Replace(ServiceDescriptor.Singleton(new RegistryPolicyRegistration(current)));
        MirroredClientRegistration.Wrap(builder.Services);
        return builder;
    }
}
