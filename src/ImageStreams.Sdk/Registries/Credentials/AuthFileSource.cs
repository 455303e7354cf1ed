using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>The credentials of one file: the helper of the host, then the entries, then the helper of all hosts unless the file
/// names an empty one for the host.</summary>
internal sealed class AuthFileSource : IRegistryCredentialSource
{
    private readonly AuthFile _file;
    private readonly CredentialHelperCache? _helpers;

    public AuthFileSource(string path, RegistryAuthFileOptions options, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(options);
        _file = new AuthFile(path, options.MaxBytes);
        _helpers = options.RunHelpers ? new CredentialHelperCache(options.Helpers, timeProvider) : null;
    }

    public async ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        if (await _file.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } document)
        {
            return RegistryCredentialLookup.None(_file.Path, "does not exist");
        }

        var helper = document.FindHelper(query.Registry);
        if (helper is { Length: > 0 })
        {
            return await RunHelperAsync(helper, query, cancellationToken).ConfigureAwait(false);
        }

        if (document.Table.Find(query.Registry, query.Repository) is { } entry)
        {
            return RegistryCredentialLookup.Found(entry.Credential, _file.Path, entry.Text);
        }

        return helper is null && document.Store.GetName() is { Length: > 0 } store
            ? await RunHelperAsync(store, query, cancellationToken).ConfigureAwait(false)
            : RegistryCredentialLookup.None(_file.Path);
    }

    private async ValueTask<RegistryCredentialLookup> RunHelperAsync(
        string helper, RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        if (_helpers is null)
        {
            return RegistryCredentialLookup.None(
                _file.Path, $"refers to {CredentialHelper.GetProgramName(helper)}, which may not be run");
        }

        var lookup = await _helpers.FindAsync(helper, query.Registry, cancellationToken).ConfigureAwait(false);
        return lookup with
        {
            Tried = lookup.Tried.Insert(0, new()
            {
                Source = _file.Path,
                Outcome = $"refers to {CredentialHelper.GetProgramName(helper)}",
            }),
        };
    }
}
