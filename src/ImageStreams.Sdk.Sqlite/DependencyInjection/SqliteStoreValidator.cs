using Microsoft.Extensions.Options;

namespace ImageStreams.Storage;

/// <summary>Validates the options that a service collection creates.</summary>
internal sealed class SqliteStoreValidator : IValidateOptions<SqliteStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options) => options.Validate().ToList() is { Count: > 0 } errors
        ? ValidateOptionsResult.Fail(errors)
        : ValidateOptionsResult.Success;
}
