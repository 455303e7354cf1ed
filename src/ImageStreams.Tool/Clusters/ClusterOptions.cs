using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>The options that name a cluster whose objects a command is about.</summary>
/// <param name="isAboutRegistries">True for a command that asks registries.</param>
internal sealed class ClusterOptions(bool isAboutRegistries = false)
{
    private const string CurrentContext = ".";

    private readonly Option<string?> _context = new("--context")
    {
        Description = "Read the cluster of this context of the kubeconfig; . is the current one. Files stand over what the cluster has.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _kubeconfig = new("--kubeconfig")
    {
        Description = "Read the cluster of this kubeconfig. Default: $KUBECONFIG, or ~/.kube/config.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _allNamespaces = new("--all-namespaces", "-A")
    {
        Description = "Read the cluster, with the objects of all its namespaces. Default: that of --namespace, or of the context.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_context);
        command.Add(_kubeconfig);
        command.Add(_allNamespaces);
    }

    /// <summary>Reads the options; null when none of them is there.</summary>
    public ClusterSettings? Read(ParseResult parsed)
    {
        var (context, kubeconfig, all) = (parsed.GetValue(_context), parsed.GetValue(_kubeconfig), parsed.GetValue(_allNamespaces));
        var named = context == CurrentContext ? null : context;
        return context is null && kubeconfig is null && !all
            ? null
            : new ClusterSettings { Context = named, Kubeconfig = kubeconfig, AllNamespaces = all, IsAboutRegistries = isAboutRegistries };
    }
}
