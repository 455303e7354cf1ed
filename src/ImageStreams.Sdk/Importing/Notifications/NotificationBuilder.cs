using System.Runtime.ExceptionServices;
using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Gathers what a notification tells.</summary>
internal sealed class NotificationBuilder(RegistryNotificationOptions options)
{
    private readonly List<RepositoryMove> _moves = [];
    private readonly List<string> _ignored = [];
    private RegistryNotificationException? _firstError;

    /// <summary>The most entries that a list may have.</summary>
    public int Limit => options.MaxEvents;

    public void Add(MoveDraft draft)
    {
        if (_moves.Count >= Limit)
        {
            throw NotificationErrors.TooManyEvents("$", _moves.Count + 1, Limit);
        }

        try
        {
            _moves.Add(draft.ToMove(options.Registry));
        }
        catch (RegistryNotificationException e)
        {
            _firstError ??= e;
            _ignored.Add($"{e.Path}: {e.Message}");
        }
    }

    /// <summary>Notes that something moves nothing, and why.</summary>
    public void Ignore(NotificationValue place, string why) => _ignored.Add($"{place.Path}: {why}.");

    /// <summary>What was told. Something malformed does not keep the rest from being told.</summary>
    /// <exception cref="RegistryNotificationException">All that it tells is malformed.</exception>
    public RegistryNotification Build(NotificationFormat format)
    {
        if (_moves.Count == 0 && _firstError is not null)
        {
            ExceptionDispatchInfo.Throw(_firstError);
        }

        if (_moves.Count == 0 && _ignored.Count == 0)
        {
            _ignored.Add("$: it tells of nothing.");
        }

        return new RegistryNotification { Format = format, Moves = _moves.ToValueList(), Ignored = _ignored.ToValueList() };
    }
}
