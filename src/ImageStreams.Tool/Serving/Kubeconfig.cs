using System.Text;

namespace ImageStreams.Tool;

/// <summary>The file with which clients find a server, trust it, and show who they are.</summary>
internal sealed record Kubeconfig
{
    private const string Name = "imagestreams";
    private const string Mark = "# Written by imagestreams serve, and replaced whenever it starts.";

    /// <summary>The address of the server, such as <c>https://127.0.0.1:6443</c>.</summary>
    public required string Server { get; init; }

    /// <summary>The certificates of the authorities that clients trust, as PEM; null for those of the machine.</summary>
    public string? Authorities { get; init; }

    /// <summary>The token of the user.</summary>
    public required string Token { get; init; }

    /// <summary>The namespace of clients that name none.</summary>
    public required string Namespace { get; init; }

    /// <summary>Refuses a file that was written by something else, and may know other clusters.</summary>
    /// <exception cref="ToolException">There is such a file.</exception>
    public static void RequireOwn(string path)
    {
        if (File.Exists(path) && !File.ReadLines(path).FirstOrDefault("").StartsWith(Mark, StringComparison.Ordinal))
        {
            throw ToolException.Failed($"{path} was not written by 'imagestreams serve', and is kept: name another file with --kubeconfig.");
        }
    }

    /// <summary>Writes the file for its owner alone, in one step: a client never reads a half of it.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        RequireOwn(path);
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteNewAsync(temporary, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Returns the YAML; it has the token. Token and namespace are quoted: they can be digits alone, and have no quotes.</summary>
    public string ToYaml() =>
        $"""
        {Mark}
        apiVersion: v1
        kind: Config
        clusters:
        - name: {Name}
          cluster:
            server: {Server}
        {FormatAuthorities()}users:
        - name: {Name}
          user:
            token: '{Token}'
        contexts:
        - name: {Name}
          context:
            cluster: {Name}
            user: {Name}
            namespace: '{Namespace}'
        current-context: {Name}

        """;

    /// <summary>Returns the server, without the token.</summary>
    public override string ToString() => Server;

    private string FormatAuthorities() => Authorities is null
        ? ""
        : $"    certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(Authorities))}\n";

    private async Task WriteNewAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(ToYaml()), cancellationToken).ConfigureAwait(false);
        }
    }
}
