using ImageStreams.DependencyInjection;
using ImageStreams.Registries;
using ImageStreams.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says which registries may be asked, and where else their images are to be had.</summary>
/// <remarks>
/// Any of these puts a <see cref="MirroredRegistryClient"/> around the <see cref="IRegistryClient"/> of the collection,
/// whether that is the one over HTTP or one that was registered before; one that is registered afterwards stands alone.
/// The last policy set is the one that holds.
/// </remarks>
public static class RegistryPolicyBuilderExtensions
{
    /// <summary>Asks mirrors, and only what rules allow.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="rules">The rules, for good.</param>
    /// <exception cref="RegistryPatternFormatException">A registry allowed for import is no pattern.</exception>
    public static IImageStreamsBuilder UseMirrors(this IImageStreamsBuilder builder, RegistryRules rules)
    {
        var policy = new RegistryPolicy(rules);
        return builder.UseRegistryPolicy(_ => policy);
    }

    /// <summary>Asks mirrors, and only what a policy allows that may change.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="current">Returns the policy of the moment; called for every request, so it is to keep the policy, and
    /// safe for concurrent use.</param>
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
