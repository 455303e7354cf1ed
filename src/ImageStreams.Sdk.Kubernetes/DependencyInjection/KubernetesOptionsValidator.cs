using ImageStreams.Kubernetes;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Validates the options of the package.</summary>
internal sealed class KubernetesOptionsValidator
    : IValidateOptions<KubernetesRegistryOptions>,
        IValidateOptions<KubernetesControllerOptions>,
        IValidateOptions<KubernetesEventOptions>,
        IValidateOptions<KubernetesStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, KubernetesRegistryOptions options) => Report(options.Validate());

    public ValidateOptionsResult Validate(string? name, KubernetesControllerOptions options) => Report(options.Validate());

    public ValidateOptionsResult Validate(string? name, KubernetesEventOptions options) => Report(options.Validate());

    public ValidateOptionsResult Validate(string? name, KubernetesStoreOptions options) => Report(options.Validate());

    private static ValidateOptionsResult Report(IEnumerable<string> problems) =>
        problems.ToList() is { Count: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
}
