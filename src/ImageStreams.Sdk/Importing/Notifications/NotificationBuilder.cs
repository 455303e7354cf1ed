using System.Runtime.ExceptionServices;
using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Collects the moves of a notification.</summary>
internal sealed class NotificationBuilder(RegistryNotificationOptions options)
{
    private readonly List<RepositoryMove> _moves = [];
    private readonly List<string> _ignored = [];
    private RegistryNotificationException? _firstError;

    /// <summary>The largest number of entries of a list.</summary>
    public int Limit => options.MaxEvents;

    /// <summary>The options of the reader.</summary>
    public RegistryNotificationOptions Options => options;

    /// <summary>Adds a move; the registry of the options counts before that of the notification.</summary>
    public void Add(MoveDraft draft) => Add(draft, options.Registry);

    /// <summary>Adds a move in a registry.</summary>
    public void Add(MoveDraft draft, string? registry)
    {
        if (_moves.Count >= Limit)
        {
            throw NotificationErrors.TooManyEvents("$", _moves.Count + 1, Limit);
        }

        try
        {
            _moves.Add(draft.ToMove(registry));
        }
        catch (RegistryNotificationException e)
        {
            _firstError ??= e;
            _ignored.Add($"{e.Path}: {e.Message}");
        }
    }

    /// <summary>Adds a value that changes no tag, with the reason.</summary>
    public void Ignore(NotificationValue value, string reason) => _ignored.Add($"{value.Path}: {reason}.");

    /// <summary>Creates the notification. A malformed value does not affect the others.</summary>
    /// <exception cref="RegistryNotificationException">Every value is malformed.</exception>
    public RegistryNotification Build(NotificationFormat format)
    {
        if (_moves.Count == 0 && _firstError is not null)
        {
            ExceptionDispatchInfo.Throw(_firstError);
        }

        if (_moves.Count == 0 && _ignored.Count == 0)
        {
            _ignored.Add("$: the notification has no events.");
        }

        return new RegistryNotification { Format = format, Moves = _moves.ToValueList(), Ignored = _ignored.ToValueList() };
    }
}
